// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book;

import java.time.LocalDate;

/**
 * A season ticket.
 *
 * @param kind such as {@code monthly}, {@code quarterly}
 * @param station it holds at, or {@code *}
 * @param group vehicle group it was sold for
 * @param from first day, local
 * @param to last day, local, all of it
 */
public record Ticket(String kind, String station, int group, LocalDate from, LocalDate to) {}
