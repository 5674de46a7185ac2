/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/channel-test.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_test_results,
  [LIAISON_TEST_RESULT_WORKED] = { "worked", N_("Worked") },
  [LIAISON_TEST_RESULT_WITH_DIFFICULTY] = { "with-difficulty", N_("Worked with difficulty") },
  [LIAISON_TEST_RESULT_FAILED] = { "failed", N_("Failed") },
  [LIAISON_TEST_RESULT_NO_ANSWER] = { "no-answer", N_("No answer") },
  /* Translators: A test that was planned but not made */
  [LIAISON_TEST_RESULT_NOT_MADE] = { "not-made", N_("Not made") });

LIAISON_DEFINE_CHOICES (liaison_strength_words,
  /* Translators: ACP 125, strength of a signal */
  [LIAISON_STRENGTH_WORD_LOUD] = { "loud", N_("Loud") },
  /* Translators: ACP 125, strength of a signal */
  [LIAISON_STRENGTH_WORD_GOOD] = { "good", N_("Good") },
  /* Translators: ACP 125, strength of a signal */
  [LIAISON_STRENGTH_WORD_WEAK] = { "weak", N_("Weak") },
  /* Translators: ACP 125, strength of a signal */
  [LIAISON_STRENGTH_WORD_VERY_WEAK] = { "very-weak", N_("Very weak") },
  /* Translators: ACP 125, strength of a signal */
  [LIAISON_STRENGTH_WORD_FADING] = { "fading", N_("Fading") },
  /* Translators: ACP 125 */
  [LIAISON_STRENGTH_WORD_NOTHING_HEARD] = { "nothing-heard", N_("Nothing heard") });

LIAISON_DEFINE_CHOICES (liaison_readability_words,
  /* Translators: ACP 125, readability */
  [LIAISON_READABILITY_WORD_CLEAR] = { "clear", N_("Clear") },
  /* Translators: ACP 125, readability */
  [LIAISON_READABILITY_WORD_READABLE] = { "readable", N_("Readable") },
  /* Translators: ACP 125, readability */
  [LIAISON_READABILITY_WORD_UNREADABLE] = { "unreadable", N_("Unreadable") },
  /* Translators: ACP 125, readability */
  [LIAISON_READABILITY_WORD_DISTORTED] = { "distorted", N_("Distorted") },
  /* Translators: ACP 125, readability */
  [LIAISON_READABILITY_WORD_WITH_INTERFERENCE] = { "with-interference", N_("With interference") },
  /* Translators: ACP 125, readability */
  [LIAISON_READABILITY_WORD_INTERMITTENT] = { "intermittent", N_("Intermittent") });

LIAISON_DEFINE_KIND (ChannelTest, channel_test, CHANNEL_TEST, "channel-test", N_("Channel test"),
                     .plural = "channel-tests",
                     .plural_label = N_("Channel tests"), .prefix = "CT")
