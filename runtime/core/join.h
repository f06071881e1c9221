/*
 * join.h - what a cancel knows of joins.
 */
#ifndef ASYNCC_CORE_JOIN_H
#define ASYNCC_CORE_JOIN_H

#include <asyncc/abi.h>

/* The join waits no longer; its unit is not woken by it. */
void asyncc_join_unhook(struct asyncc_join *join);

#endif
