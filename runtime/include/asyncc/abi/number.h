/*
 * asyncc/abi/number.h - the number of the ABI between translated code and the runtime, and the names that carry it.
 *
 * What every object refers to that has or starts async functions has the number in the name that the linker sees: an object
 * of another ABI does not link, and a library of another one does not load, for want of `asyncc_abi_N` or `asyncc_run_abi_N`.
 * The references are there anyway, so it costs nothing.
 */
#ifndef ASYNCC_ABI_NUMBER_H
#define ASYNCC_ABI_NUMBER_H

#define ASYNCC_ABI 8

#define ASYNCC_SYMBOL(name) __asm__(ASYNCC_SYMBOL_(__USER_LABEL_PREFIX__, name, ASYNCC_ABI))
#define ASYNCC_SYMBOL_(prefix, name, number) ASYNCC_SYMBOL__(prefix, name, number)
#define ASYNCC_SYMBOL__(prefix, name, number) #prefix #name "_" #number

#endif
