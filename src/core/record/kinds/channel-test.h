/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of channels: readability and strength, or the words of ACP 125. */
#pragma once

#include "record/kind.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_TEST_RESULT_UNSET,
  LIAISON_TEST_RESULT_WORKED,
  LIAISON_TEST_RESULT_WITH_DIFFICULTY,
  LIAISON_TEST_RESULT_FAILED,
  LIAISON_TEST_RESULT_NO_ANSWER,
  LIAISON_TEST_RESULT_NOT_MADE,
} LiaisonTestResult;
extern const LiaisonChoices liaison_test_results;

typedef enum
{
  LIAISON_STRENGTH_WORD_UNSET,
  LIAISON_STRENGTH_WORD_LOUD,
  LIAISON_STRENGTH_WORD_GOOD,
  LIAISON_STRENGTH_WORD_WEAK,
  LIAISON_STRENGTH_WORD_VERY_WEAK,
  LIAISON_STRENGTH_WORD_FADING,
  LIAISON_STRENGTH_WORD_NOTHING_HEARD,
} LiaisonStrengthWord;
extern const LiaisonChoices liaison_strength_words;

typedef enum
{
  LIAISON_READABILITY_WORD_UNSET,
  LIAISON_READABILITY_WORD_CLEAR,
  LIAISON_READABILITY_WORD_READABLE,
  LIAISON_READABILITY_WORD_UNREADABLE,
  LIAISON_READABILITY_WORD_DISTORTED,
  LIAISON_READABILITY_WORD_WITH_INTERFERENCE,
  LIAISON_READABILITY_WORD_INTERMITTENT,
} LiaisonReadabilityWord;
extern const LiaisonChoices liaison_readability_words;

#define LIAISON_CHANNEL_TEST_FIELDS(F, T)                                                          \
  F (T, STRING, serial, "serial", N_("Serial"), .open = TRUE, .group = N_("Test"),                 \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, REFERENCE, channel, "channel", N_("Channel"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (CHANNEL),                                                          \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, REFERENCE, event, "event", N_("Communications check"), .open = TRUE,                       \
     .targets = LIAISON_TARGET (EVENT),                                                            \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, INSTANT, start, "start", N_("Planned time"), .open = TRUE,                                 \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN,                                          \
     .help = N_("When the test was to be made."))                                                  \
  /* Translators: When a test was made */                                                          \
  F (T, INSTANT, made, "made", N_("Made at"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)         \
  F (T, REFERENCE, from, "from", N_("Calling station"), .open = TRUE,                              \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST) | LIAISON_TARGET (SITE),      \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, to, "to", N_("Called station"), .open = TRUE,                                   \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST) | LIAISON_TARGET (SITE),      \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, result, "result", N_("Result"), .open = TRUE, .group = N_("Result"),               \
     .choices = &liaison_test_results, .flags = LIAISON_FIELD_COLUMN)                              \
  F (T, INTEGER, readability, "readability", N_("Readability"), .open = TRUE,                      \
     .minimum = 1, .maximum = 5,                                                                   \
     .flags = LIAISON_FIELD_COLUMN, .help = N_("1 unreadable, 5 perfectly readable."))             \
  /* Translators: Strength of a radio signal */                                                    \
  F (T, INTEGER, strength, "strength", N_("Strength"), .open = TRUE, .minimum = 1, .maximum = 5,   \
     .flags = LIAISON_FIELD_COLUMN, .help = N_("1 scarcely perceptible, 5 very good."))            \
  F (T, CHOICE, readability_word, "readability-word", N_("Readability in words"), .open = TRUE,    \
     .choices = &liaison_readability_words)                                                        \
  F (T, CHOICE, strength_word, "strength-word", N_("Strength in words"), .open = TRUE,             \
     .choices = &liaison_strength_words)                                                           \
  F (T, DURATION, delay, "delay", N_("Delay"), .open = TRUE, .minimum = 0, .maximum = 86400)       \
  F (T, LEVEL, language, "language", N_("Language"), .open = TRUE)                                 \
  F (T, REFERENCE, operator, "operator", N_("Operator"), .open = TRUE,                             \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, STRING, operator_name, "operator-name", N_("Operator’s name"), .open = TRUE)               \
  F (T, REFERENCE, action, "action", N_("Action"), .open = TRUE,                                   \
     .targets = LIAISON_TARGET (ACTION),                                                           \
     .help = N_("The action on a fault that was found."))                                          \
  F (T, TEXT, fault, "fault", N_("Fault"), .open = TRUE, .flags = LIAISON_FIELD_LONG)              \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)

LIAISON_DECLARE_KIND (ChannelTest, channel_test, CHANNEL_TEST)

G_END_DECLS
