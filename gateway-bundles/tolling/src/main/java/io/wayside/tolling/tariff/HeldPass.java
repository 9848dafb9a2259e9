// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import java.time.LocalDate;

/**
 * A pass somebody has.
 *
 * @param id its kind, by the plan
 * @param from first local day on which it may begin to hold
 * @param to last such day
 */
public record HeldPass(String id, LocalDate from, LocalDate to) {}
