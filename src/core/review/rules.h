/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of the review: one small file each in rules/. */
#pragma once

#include "review/review.h"

G_BEGIN_DECLS

extern const LiaisonRule liaison_rule_reference_dangling;
extern const LiaisonRule liaison_rule_nation_absent;
extern const LiaisonRule liaison_rule_anchor_circle;
extern const LiaisonRule liaison_rule_end_before_start;
extern const LiaisonRule liaison_rule_wall_time;
extern const LiaisonRule liaison_rule_required_missing;
extern const LiaisonRule liaison_rule_site_overbooked;
extern const LiaisonRule liaison_rule_participant_overbooked;
extern const LiaisonRule liaison_rule_post_overbooked;
extern const LiaisonRule liaison_rule_channel_overbooked;
extern const LiaisonRule liaison_rule_site_too_small;
extern const LiaisonRule liaison_rule_precedence_broken;
extern const LiaisonRule liaison_rule_outside_exercise;
extern const LiaisonRule liaison_rule_outside_stage;
extern const LiaisonRule liaison_rule_deadline_missed;
extern const LiaisonRule liaison_rule_agreement_not_in_force;

G_END_DECLS
