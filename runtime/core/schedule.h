/*
 * schedule.h - stepping units.
 */
#ifndef ASYNCC_CORE_SCHEDULE_H
#define ASYNCC_CORE_SCHEDULE_H

#include "thread.h"

/* Notes that the unit's step function has returned. */
static inline void asyncc_unit_ended(struct asyncc_unit *unit, asyncc_status status)
{
    unit->flags = (unit->flags & ~(uint32_t)ASYNCC_KIND) | ASYNCC_ENDED |
                  (status == ASYNCC_CANCELLED ? ASYNCC_WAS_CANCELLED : 0);
}

#endif
