/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds of record: each one shape, one GObject class, one table in the document. */
#pragma once

#include "record/block.h"

G_BEGIN_DECLS

/* In the order the tables stand in a file. */
typedef enum
{
  LIAISON_KIND_EXERCISE,
  LIAISON_KIND_STAGE,
  LIAISON_KIND_OBJECTIVE,
  LIAISON_KIND_NATION,
  LIAISON_KIND_GROUP,
  LIAISON_KIND_PARTICIPANT,
  LIAISON_KIND_POST,
  LIAISON_KIND_SITE,
  LIAISON_KIND_EVENT,
  LIAISON_KIND_INJECT,
  LIAISON_KIND_ACTION,
  LIAISON_KIND_REQUIREMENT,
  LIAISON_KIND_ASSESSMENT,
  LIAISON_KIND_CHANNEL,
  LIAISON_KIND_CHANNEL_TEST,
  LIAISON_KIND_SUPPORT_REQUEST,
  LIAISON_KIND_MOVEMENT,
  LIAISON_KIND_AGREEMENT,
  LIAISON_KIND_BRIEFING,
  LIAISON_KIND_OBSERVANCE,
  LIAISON_KIND_PRODUCT,
  LIAISON_KIND_RELEASE,
  LIAISON_KIND_INFORMATION_REQUEST,
  LIAISON_KIND_OBSERVATION,
  LIAISON_KIND_PACK,
  LIAISON_KIND_ATTACHMENT,
  LIAISON_KIND_TERM,
  LIAISON_KIND_BASELINE,
  LIAISON_KIND_ACCEPTED_FINDING,
  LIAISON_KIND_CONFLICT,
} LiaisonKindId;
#define LIAISON_N_KINDS (LIAISON_KIND_CONFLICT + 1)

/* The bit of a kind in a field's targets. */
#define LIAISON_TARGET(KIND) (G_GUINT64_CONSTANT (1) << LIAISON_KIND_##KIND)

typedef struct
{
  LiaisonShape shape;       /* its name is the singular, "event" */
  LiaisonKindId id;
  const char *plural;       /* the table's name in files and on the command line, "events" */
  const char *plural_label; /* msgid */
  const char *prefix;       /* of serials given to new records, "EV"; NULL: none */
  gboolean control;         /* all of it is for exercise control only, never for players */
  GType (*get_type) (void); /* its class, final on LiaisonRecord */
} LiaisonKind;

const LiaisonKind *liaison_kind_get (LiaisonKindId id);
/* By singular or plural name; NULL when there is none. */
const LiaisonKind *liaison_kind_find (const char *name);
/* The kind whose blocks have this shape; NULL for shapes of items. */
const LiaisonKind *liaison_kind_for_shape (const LiaisonShape *shape);

/* In a kind's header, after its field list LIAISON_EVENT_FIELDS (F, T):
 *   LIAISON_DECLARE_KIND (Event, event, EVENT)
 * gives LiaisonEventData, LIAISON_TYPE_EVENT's function and the constant LIAISON_FIELD (Event, start). */
#define LIAISON_DECLARE_KIND(T, name, NAME)                                              \
  LIAISON_DECLARE_DATA (T, LIAISON_##NAME##_FIELDS)                                      \
  GType liaison_##name##_get_type (void);                                                \
  extern const LiaisonKind liaison_##name##_kind;

/* In its source: LIAISON_DEFINE_KIND (Event, event, EVENT, .plural = "events", ...). The members of the shape are filled in. */
#define LIAISON_DEFINE_KIND(T, name, NAME, singular, singular_label, ...)                \
  static const LiaisonField name##_fields[] = { LIAISON_##NAME##_FIELDS (LIAISON_FIELD_ROW, T) }; \
  const LiaisonKind liaison_##name##_kind = {                                            \
    .shape = LIAISON_SHAPE (T, singular, singular_label, name##_fields),                 \
    .id = LIAISON_KIND_##NAME,                                                           \
    .get_type = liaison_##name##_get_type,                                               \
    __VA_ARGS__                                                                          \
  };                                                                                     \
  typedef struct { LiaisonRecord parent_instance; } Liaison##T;                          \
  typedef struct { LiaisonRecordClass parent_class; } Liaison##T##Class;                 \
  G_DEFINE_FINAL_TYPE (Liaison##T, liaison_##name, LIAISON_TYPE_RECORD)                  \
  static void liaison_##name##_class_init (Liaison##T##Class *klass)                     \
  {                                                                                      \
    liaison_record_class_set_kind (LIAISON_RECORD_CLASS (klass), &liaison_##name##_kind); \
  }                                                                                      \
  static void liaison_##name##_init (Liaison##T *self) {}

/* The values of a record's or snapshot's block, typed. */
#define LIAISON_DATA(T, some_block) ((const Liaison##T##Data *) (some_block))

G_END_DECLS
