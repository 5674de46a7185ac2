/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Circuits: how each channel does by its tests, and the need lines they serve, in the order of PACE. */
#pragma once

#include "arrangements/overdue.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

/* After so many s a test is overdue where neither its plan nor the exercise says. */
#define LIAISON_TEST_GRACE (12 * 3600)

/* What is to be known of a circuit at a glance, the best first. */
typedef enum
{
  LIAISON_CIRCUIT_GOOD,     /* its last test worked */
  LIAISON_CIRCUIT_POOR,     /* its last test worked with difficulty, or it is said to be degraded */
  LIAISON_CIRCUIT_DOWN,     /* its last test failed or had no answer, or it is said to be down */
  LIAISON_CIRCUIT_UNTESTED, /* nobody has tested it yet */
  LIAISON_CIRCUIT_PLANNED,  /* it is not there yet */
  LIAISON_CIRCUIT_CLOSED,
} LiaisonCircuitState;
#define LIAISON_N_CIRCUIT_STATES (LIAISON_CIRCUIT_CLOSED + 1)
/* Labels, a place each. */
extern const char *const liaison_circuit_state_labels[];

typedef struct
{
  const LiaisonBlock *channel;
  const LiaisonBlock *last; /* the last test that was made, or NULL */
  gint64 last_time;         /* Unix s */
  GArray *tests;            /* of LiaisonCircuitTest, by time; those made or missed */
  guint n_overdue;
  gint64 overdue_since; /* Unix s; where n_overdue */
  gint64 next;          /* Unix s: the next planned one from now on; G_MAXINT64: none */
  LiaisonCircuitState state;
} LiaisonCircuit;

typedef struct
{
  const LiaisonBlock *test;
  gint64 time; /* Unix s: when it was planned, else when it was made */
} LiaisonCircuitTest;

typedef struct
{
  const LiaisonBlock *line; /* NULL: circuits that serve none */
  GPtrArray *circuits;      /* of LiaisonCircuit, borrowed, by PACE */
} LiaisonNeedLine;

typedef struct
{
  LiaisonSnapshot *snapshot;
  gint64 now;
  GPtrArray *circuits; /* of LiaisonCircuit, in the order of ids; channels that are circuits */
  GPtrArray *lines;    /* of LiaisonNeedLine, in the order people gave them */
  guint n_overdue;     /* circuits with overdue tests */
} LiaisonCircuits;

/* @grace in s, for plans that say none. */
LiaisonCircuits *liaison_circuits_new (LiaisonSnapshot *snapshot, gint64 now, gint64 grace);
void liaison_circuits_free (LiaisonCircuits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonCircuits, liaison_circuits_free)
/* NULL where it is no circuit. */
const LiaisonCircuit *liaison_circuits_find (const LiaisonCircuits *self, LiaisonId channel);

/* Whether the channel is a need line: said to be one, or one that others serve. */
gboolean liaison_channel_is_need_line (const LiaisonBlock *channel);
/* P, A, C or E; "" for none. The same in all languages. */
const char *liaison_pace_get_letter (int pace);

/* The stations of a channel: those listed, else its two ends. Each once, the near end first. Of
 * LiaisonId. Transfer full. */
GArray *liaison_channel_list_stations (const LiaisonBlock *channel);
/* The call sign of a station on the channel, else (a liaison post) its own; NULL: none. Borrowed. */
const char *liaison_channel_get_call_sign (const LiaisonLookup *lookup,
                                           const LiaisonBlock *channel,
                                           LiaisonId station);
/* Likewise its number or address. */
const char *liaison_channel_get_address (const LiaisonBlock *channel, LiaisonId station);

G_END_DECLS
