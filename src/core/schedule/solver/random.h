/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small fast generator of pseudo-random numbers, the same on every machine. Not for secrets. */
#pragma once

#include <glib.h>

typedef struct
{
  guint64 state;
} SolverRandom;

/* Splitmix64 (Steele, Lea and Flood, OOPSLA 2014). */
static inline guint64
solver_random_next (SolverRandom *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* Gives a number from 0 to n - 1; 0 when n is 0. */
static inline guint
solver_random_below (SolverRandom *self, guint n)
{
  return (guint) (((solver_random_next (self) >> 32) * n) >> 32);
}

/* Gives a number in [0, 1). */
static inline double
solver_random_unit (SolverRandom *self)
{
  return (double) (solver_random_next (self) >> 11) * (1.0 / 9007199254740992.0);
}
