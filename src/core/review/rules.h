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
extern const LiaisonRule liaison_rule_travel_too_short;
extern const LiaisonRule liaison_rule_on_observance;
extern const LiaisonRule liaison_rule_outside_hours;
extern const LiaisonRule liaison_rule_site_closed;
extern const LiaisonRule liaison_rule_rest_too_short;
extern const LiaisonRule liaison_rule_no_common_language;
extern const LiaisonRule liaison_rule_post_uncovered;
extern const LiaisonRule liaison_rule_shift_unmanned;
extern const LiaisonRule liaison_rule_post_language;
extern const LiaisonRule liaison_rule_person_in_two_roles;
extern const LiaisonRule liaison_rule_input_too_late;
extern const LiaisonRule liaison_rule_inject_without_objective;
extern const LiaisonRule liaison_rule_objective_without_inject;
extern const LiaisonRule liaison_rule_circuit_without_alternate;
extern const LiaisonRule liaison_rule_pace_shares_bearer;
extern const LiaisonRule liaison_rule_test_overdue;
extern const LiaisonRule liaison_rule_agreement_expires_early;
extern const LiaisonRule liaison_rule_agreement_late;
extern const LiaisonRule liaison_rule_controlled_text;
extern const LiaisonRule liaison_rule_mandatory_not_assessed;
extern const LiaisonRule liaison_rule_released_beyond_list;
extern const LiaisonRule liaison_rule_list_wider_than_source;
extern const LiaisonRule liaison_rule_part_wider_than_whole;
extern const LiaisonRule liaison_rule_marking_below_part;
extern const LiaisonRule liaison_rule_marking_unknown;
extern const LiaisonRule liaison_rule_briefing_not_approved;
extern const LiaisonRule liaison_rule_action_late;
extern const LiaisonRule liaison_rule_translation_missing;
extern const LiaisonRule liaison_rule_spelt_twice;
extern const LiaisonRule liaison_rule_dtg_weekday;
extern const LiaisonRule liaison_rule_support_shortfall;
extern const LiaisonRule liaison_rule_liaison_gap;
extern const LiaisonRule liaison_rule_names_withheld_record;
extern const LiaisonRule liaison_rule_serial_reused;
extern const LiaisonRule liaison_rule_zone_differs;

G_END_DECLS
