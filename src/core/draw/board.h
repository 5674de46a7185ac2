/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A board: columns of cards, each column a state that cards pass through. */
#pragma once

#include "draw/drawing.h"
#include "draw/matrix.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_BOARD (liaison_board_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonBoard, liaison_board, LIAISON, BOARD, LiaisonDrawing)

/* Texts are copied. */
typedef struct
{
  LiaisonId record;
  const char *code;   /* small, above the title; or NULL */
  const char *title;  /* in at most three lines */
  const char *detail; /* small, below; or NULL */
  const char *sign;   /* what the mark means, in words: "Late"; or NULL */
  const char *told;   /* all there is to say of it */
  LiaisonHue hue;     /* of its edge */
  LiaisonMark mark;
  gboolean faint;
} LiaisonBoardCard;

LiaisonBoard *liaison_board_new (void);
void liaison_board_begin (LiaisonBoard *self);
guint liaison_board_add_column (LiaisonBoard *self, const char *label);
void liaison_board_add_card (LiaisonBoard *self, guint column, const LiaisonBoardCard *card);
void liaison_board_end (LiaisonBoard *self);
/* 0: as on paper. */
void liaison_board_set_room (LiaisonBoard *self, double width);

guint liaison_board_count_columns (LiaisonBoard *self);
guint liaison_board_count_cards (LiaisonBoard *self, guint column);
/* The column in which a record stands, or at @x of the body; FALSE: in none. */
gboolean liaison_board_find_column (LiaisonBoard *self, LiaisonId record, guint *column);
gboolean liaison_board_find_column_at (LiaisonBoard *self, double x, guint *column);
/* A column over which a card is held; G_MAXUINT: none. */
void liaison_board_set_target (LiaisonBoard *self, guint column);

G_END_DECLS
