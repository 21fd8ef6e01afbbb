/*
 * Which characters of a pack's texts no font of this machine has: the player sees a sign in their
 * place, or a letter without its mark.
 */
#ifndef FITLETTERS_H
#define FITLETTERS_H

#include "font.h"
#include "library.h"

/* Once for each character, at its first place, with how often it is there. False: no memory. */
bool fitletters_find(struct entry *e, struct fonts *fonts);

#endif
