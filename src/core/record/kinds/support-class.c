/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/support-class.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_support_classes,
  [LIAISON_SUPPORT_CLASS_TRANSPORT] = { "transport", N_("Transport") },
  [LIAISON_SUPPORT_CLASS_ACCOMMODATION] = { "accommodation", N_("Accommodation") },
  [LIAISON_SUPPORT_CLASS_RATIONS] = { "rations", N_("Rations and meals") },
  [LIAISON_SUPPORT_CLASS_WATER] = { "water", N_("Water") },
  [LIAISON_SUPPORT_CLASS_FUEL] = { "fuel", N_("Fuel") },
  [LIAISON_SUPPORT_CLASS_MEDICAL] = { "medical", N_("Medical") },
  [LIAISON_SUPPORT_CLASS_COMMUNICATIONS] = { "communications", N_("Communications") },
  [LIAISON_SUPPORT_CLASS_CLEARANCES] = { "clearances", N_("Clearances") },
  [LIAISON_SUPPORT_CLASS_REAL_ESTATE] = { "real-estate", N_("Land and buildings") },
  [LIAISON_SUPPORT_CLASS_WORKSPACE] = { "workspace", N_("Workspace") },
  [LIAISON_SUPPORT_CLASS_POWER] = { "power", N_("Power") },
  [LIAISON_SUPPORT_CLASS_AMMUNITION] = { "ammunition", N_("Ammunition") },
  [LIAISON_SUPPORT_CLASS_MAINTENANCE] = { "maintenance", N_("Maintenance and repair") },
  [LIAISON_SUPPORT_CLASS_EQUIPMENT] = { "equipment", N_("Equipment") },
  [LIAISON_SUPPORT_CLASS_STORES] = { "stores", N_("Stores and materials") },
  [LIAISON_SUPPORT_CLASS_LABOUR] = { "labour", N_("Labour") },
  [LIAISON_SUPPORT_CLASS_INTERPRETATION] = { "interpretation", N_("Interpretation") },
  [LIAISON_SUPPORT_CLASS_SECURITY] = { "security", N_("Security") },
  [LIAISON_SUPPORT_CLASS_CUSTOMS] = { "customs", N_("Customs") },
  [LIAISON_SUPPORT_CLASS_WASTE] = { "waste", N_("Waste and sanitation") },
  [LIAISON_SUPPORT_CLASS_LAUNDRY] = { "laundry", N_("Laundry") },
  [LIAISON_SUPPORT_CLASS_ENVIRONMENT] = { "environment", N_("Environmental protection") },
  [LIAISON_SUPPORT_CLASS_FINANCE] = { "finance", N_("Finance") },
  [LIAISON_SUPPORT_CLASS_WELFARE] = { "welfare", N_("Welfare") },
  [LIAISON_SUPPORT_CLASS_OTHER] = { "other", N_("Other") });
