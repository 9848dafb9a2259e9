// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import java.time.LocalDate;

/**
 * A step that was begun.
 *
 * @param atMs when, milliseconds since 1970
 * @param periodMs when the period it lies in began
 * @param date local date of {@code atMs}
 * @param day the kind of that date
 */
record Charge(long atMs, Rate rate, long periodMs, LocalDate date, DayKind day, long minor) {}
