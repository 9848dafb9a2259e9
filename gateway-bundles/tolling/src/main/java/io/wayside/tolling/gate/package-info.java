// SPDX-License-Identifier: Apache-2.0
/**
 * Ticket gates: who may pass, one passage for one tap, flaps that never close on a person, and
 * journeys by zone. The card and its secrets stay in the certified reader; here arrives a token.
 */
@NullMarked
package io.wayside.tolling.gate;

import org.jspecify.annotations.NullMarked;
