// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

/**
 * What an attendant decided.
 *
 * @param name who
 * @param grants whether the vehicle may pass
 * @param payment of a vehicle that may
 */
public record Attendant(String name, boolean grants, Payment payment) {}
