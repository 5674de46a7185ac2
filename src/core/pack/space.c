/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/matter.h"

typedef struct
{
  LiaisonMatter parent;
  double part;
} Space;

static double
space_get_least (LiaisonMatter *matter, LiaisonFlow *flow)
{
  return ((Space *) matter)->part * liaison_flow_get_depth (flow);
}

static void
space_flow (LiaisonMatter *matter, LiaisonFlow *flow)
{
  liaison_flow_place (flow, matter, space_get_least (matter, flow));
}

static void
space_draw (const LiaisonMatter *matter, const LiaisonPlacement *placement, LiaisonPress *press)
{
}

static const LiaisonMatterClass space_class = { space_get_least, space_flow, space_draw };

LiaisonMatter *
liaison_matter_new_space (double part)
{
  Space *self = liaison_matter_alloc (&space_class, sizeof *self);

  self->part = part;
  return &self->parent;
}
