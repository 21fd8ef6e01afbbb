/*
 * What is wrong with a pack as a card: severity, place, sentence, the lines of the file, the fix.
 * Private to view/.
 */
#ifndef FINDING_H
#define FINDING_H

#include "diag.h"
#include "ui.h"

float finding_height(struct ui *ui, const struct finding *f, float width);
void finding_draw(struct ui *ui, const struct diag *d, const struct finding *f, struct rect r);

#endif
