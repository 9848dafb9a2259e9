// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.vehicle;

import io.wayside.core.data.Wording;

/**
 * A class of a scheme.
 *
 * @param id as the scheme writes it
 * @param name for people
 */
public record VehicleClass(String id, Wording name) {}
