/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields and shapes: the static tables from which everything about a record kind is derived. */
#pragma once

#include "json/reader.h"
#include "record/duration.h"
#include "record/ids.h"
#include "record/instant.h"
#include "record/level.h"
#include "record/marking.h"
#include "record/text.h"

G_BEGIN_DECLS

typedef struct _LiaisonItems LiaisonItems;
typedef struct _LiaisonShape LiaisonShape;
typedef struct _LiaisonShapeLore LiaisonShapeLore;
typedef struct _LiaisonField LiaisonField;

/* What a field holds. The C type it is stored as in a block stands beside it; see LIAISON_STORED_*. */
typedef enum
{
  LIAISON_FIELD_TEXT,      /* text in several languages */
  LIAISON_FIELD_STRING,    /* plain text, the same in every language */
  LIAISON_FIELD_INTEGER,   /* LIAISON_INTEGER_UNSET when not set */
  LIAISON_FIELD_BOOLEAN,   /* FALSE when not set */
  LIAISON_FIELD_CHOICE,    /* one of an enumeration; 0 when not set */
  LIAISON_FIELD_INSTANT,   /* a point in time, fixed or anchored */
  LIAISON_FIELD_DURATION,  /* seconds; LIAISON_DURATION_UNSET when not set */
  LIAISON_FIELD_DATE,      /* days; LIAISON_DATE_UNSET when not set */
  LIAISON_FIELD_ZONE,      /* an IANA time zone */
  LIAISON_FIELD_NATION,    /* the code of a nation or organisation */
  LIAISON_FIELD_NATIONS,   /* a set of such codes */
  LIAISON_FIELD_LEVEL,     /* a level in a language */
  LIAISON_FIELD_REFERENCE, /* a record of the target kinds */
  LIAISON_FIELD_REFERENCES,/* a set of such records */
  LIAISON_FIELD_MARKING,   /* a level and a release list */
  LIAISON_FIELD_ITEMS,     /* small structs with ids and a shape of their own, one level deep */
} LiaisonFieldType;
#define LIAISON_FIELD_N_TYPES (LIAISON_FIELD_ITEMS + 1)

/* How each type is stored. Names and codes are interned; pointers to counted values are owned by the block. */
#define LIAISON_STORED_TEXT       LiaisonText *
#define LIAISON_STORED_STRING     GRefString *
#define LIAISON_STORED_INTEGER    gint64
#define LIAISON_STORED_BOOLEAN    gboolean
#define LIAISON_STORED_CHOICE     int
#define LIAISON_STORED_INSTANT    LiaisonInstant
#define LIAISON_STORED_DURATION   gint64
#define LIAISON_STORED_DATE       gint32
#define LIAISON_STORED_ZONE       const char *
#define LIAISON_STORED_NATION     const char *
#define LIAISON_STORED_NATIONS    LiaisonCodes *
#define LIAISON_STORED_LEVEL      LiaisonLevel
#define LIAISON_STORED_REFERENCE  LiaisonId
#define LIAISON_STORED_REFERENCES LiaisonIds *
#define LIAISON_STORED_MARKING    LiaisonMarking *
#define LIAISON_STORED_ITEMS      LiaisonItems *

/* In a block the members of eight bytes and more stand before those of four, so that no gaps are left. */
#define LIAISON_KEEP(...) __VA_ARGS__
#define LIAISON_DROP(...)
#define LIAISON_PLACED_TEXT(wide, narrow)     wide
#define LIAISON_PLACED_STRING(wide, narrow)   wide
#define LIAISON_PLACED_INTEGER(wide, narrow)  wide
#define LIAISON_PLACED_BOOLEAN(wide, narrow)  narrow
#define LIAISON_PLACED_CHOICE(wide, narrow)   narrow
#define LIAISON_PLACED_INSTANT(wide, narrow)  wide
#define LIAISON_PLACED_DURATION(wide, narrow) wide
#define LIAISON_PLACED_DATE(wide, narrow)     narrow
#define LIAISON_PLACED_ZONE(wide, narrow)     wide
#define LIAISON_PLACED_NATION(wide, narrow)   wide
#define LIAISON_PLACED_NATIONS(wide, narrow)  wide
#define LIAISON_PLACED_LEVEL(wide, narrow)    wide
#define LIAISON_PLACED_REFERENCE(wide, narrow) wide
#define LIAISON_PLACED_REFERENCES(wide, narrow) wide
#define LIAISON_PLACED_MARKING(wide, narrow)  wide
#define LIAISON_PLACED_ITEMS(wide, narrow)    wide

#define LIAISON_INTEGER_UNSET G_MININT64

typedef enum
{
  LIAISON_FIELD_DEFAULT = 0,
  LIAISON_FIELD_TITLE = 1 << 0,     /* names the record in lists and sentences; one a kind */
  LIAISON_FIELD_REQUIRED = 1 << 1,  /* a record without it is a finding, not an error */
  LIAISON_FIELD_COLUMN = 1 << 2,    /* shown in a table until the person chooses otherwise */
  LIAISON_FIELD_LONG = 1 << 3,      /* several lines; in texts CommonMark */
  LIAISON_FIELD_HIDDEN = 1 << 4,    /* kept by the program, not edited by hand */
  LIAISON_FIELD_CODE = 1 << 5,      /* the short name people type: serial, call sign, nation code */
  LIAISON_FIELD_START = 1 << 6,     /* when the record begins, for anchors and time views */
  LIAISON_FIELD_END = 1 << 7,       /* when it ends */
  LIAISON_FIELD_LENGTH = 1 << 8,    /* how long it takes, where there is no end */
  LIAISON_FIELD_PARENT = 1 << 9,    /* the record it hangs under in a tree */
  LIAISON_FIELD_ORDER = 1 << 10,    /* the key by which people have ordered it: see order-key.h */
  LIAISON_FIELD_CONTROL = 1 << 11,  /* for exercise control only, never for players */
} LiaisonFieldFlags;

/* One value of an enumeration. The one at place 0 is "not set", with an empty nick. */
typedef struct
{
  const char *nick;  /* in files and on the command line */
  const char *label; /* msgid */
} LiaisonChoice;

typedef struct
{
  guint n;
  const LiaisonChoice *choices;
} LiaisonChoices;

/* Declares `const LiaisonChoices NAME` from pairs of nick and label, place 0 added. Use at file scope. */
#define LIAISON_DEFINE_CHOICES(name, ...)                                            \
  static const LiaisonChoice name##_choices[] = { { "", "" }, __VA_ARGS__ };         \
  const LiaisonChoices name = { G_N_ELEMENTS (name##_choices), name##_choices }

struct _LiaisonField
{
  /* Given in the table's row */
  LiaisonFieldType type;
  guint16 offset;                /* in the block */
  guint16 flags;                 /* LiaisonFieldFlags */
  const char *name;              /* in files, of the property, on the command line */
  const char *label;             /* msgid */

  /* Given where they apply */
  const char *group;             /* msgid of the form's heading; NULL: as the field before */
  const char *help;              /* msgid of a sentence for the person who fills it in, or NULL */
  const char *unit;              /* msgid, or NULL */
  guint64 targets;               /* REFERENCE, REFERENCES: a bit for each kind, LIAISON_TARGET (SITE) */
  const LiaisonChoices *choices; /* CHOICE */
  const LiaisonShape *items;     /* ITEMS */
  guint8 open;                   /* it may leave the planning cell: whoever may see the record may see it (with
                                    CONTROL: exercise control alone). Where nothing is said it is withheld from all */
  guint8 subject;                /* of items: what the item is about; where that is withheld, so is the item */
  guint8 secludes;               /* BOOLEAN: where it is set, the record is for exercise control only */
  gint64 minimum, maximum;       /* INTEGER (both 0: any); DURATION: seconds */
  guint limit;                   /* STRING, TEXT: bytes; 0: 500 for titles and codes, else the reader's limit */
};

/* A row of the table and a member of the block, both from one line F (T, TYPE, member, "name", N_("Label"), .more = ...),
 * where T is the C name of the kind or item. */
#define LIAISON_FIELD_ROW(T, field_type, member, field_name, field_label, ...)           \
  { .type = LIAISON_FIELD_##field_type, .offset = offsetof (Liaison##T##Data, member),   \
    .name = field_name, .label = field_label, ##__VA_ARGS__ },
#define LIAISON_FIELD_WIDE(T, field_type, member, ...)                                   \
  LIAISON_PLACED_##field_type (LIAISON_KEEP, LIAISON_DROP) (LIAISON_STORED_##field_type member;)
#define LIAISON_FIELD_NARROW(T, field_type, member, ...)                                 \
  LIAISON_PLACED_##field_type (LIAISON_DROP, LIAISON_KEEP) (LIAISON_STORED_##field_type member;)
#define LIAISON_FIELD_PLACE(T, field_type, member, ...) char member;

/* The index of a field in its table, a constant: LIAISON_FIELD (Event, start). */
#define LIAISON_FIELD(T, member) ((guint) offsetof (Liaison##T##Places, member))

/* Declares, from the field list FIELDS (F, T) of a kind or item, its block and the places of its fields. */
#define LIAISON_DECLARE_DATA(T, FIELDS)                                                    \
  typedef struct { LiaisonBlock block; FIELDS (LIAISON_FIELD_WIDE, T)                       \
                   FIELDS (LIAISON_FIELD_NARROW, T) } Liaison##T##Data;                    \
  typedef struct { FIELDS (LIAISON_FIELD_PLACE, T) } Liaison##T##Places;

/* A table of fields with what is derived from it once. */
struct _LiaisonShape
{
  const char *name;            /* "event"; for items "shift" */
  const char *label;           /* msgid, singular */
  gsize size;                  /* of a block */
  guint n_fields;              /* at most LIAISON_JSON_MAX_NAMES - 1 */
  const LiaisonField *fields;
  LiaisonShapeLore **lore;     /* see record/shape.h; NULL there until it is needed */
};

#define LIAISON_SHAPE(T, shape_name, shape_label, field_rows)                                \
  { .name = shape_name, .label = shape_label, .size = sizeof (Liaison##T##Data),             \
    .n_fields = G_N_ELEMENTS (field_rows), .fields = field_rows,                             \
    .lore = (LiaisonShapeLore *[1]) { NULL } }

/* Declares the shape of the items of a list: `extern const LiaisonShape liaison_shift_shape`. */
#define LIAISON_DEFINE_ITEM(T, shape, shape_name, shape_label, FIELDS)                       \
  static const LiaisonField shape##_fields[] = { FIELDS (LIAISON_FIELD_ROW, T) };            \
  const LiaisonShape shape = LIAISON_SHAPE (T, shape_name, shape_label, shape##_fields)

/* The field of that name, or NULL; @index (may be NULL) is its place. */
const LiaisonField *liaison_shape_find (const LiaisonShape *shape, const char *name, guint *index);
/* The first field with all of @flags, or NULL. */
const LiaisonField *liaison_shape_find_flagged (const LiaisonShape *shape, LiaisonFieldFlags flags);
/* "id" followed by the names of the fields, for the reader. Made once, never freed. */
const LiaisonJsonNames *liaison_shape_get_names (const LiaisonShape *shape);

/* The place of a nick; 0 when there is none. */
guint liaison_choices_find (const LiaisonChoices *choices, const char *nick, gsize length);

/* Most bytes a STRING or one language of a TEXT may have. */
gsize liaison_field_get_limit (const LiaisonField *field);

G_END_DECLS
