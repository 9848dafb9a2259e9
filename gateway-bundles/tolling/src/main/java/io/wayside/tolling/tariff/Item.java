// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.Value;

/**
 * A step of an explanation.
 *
 * @param code what was done, such as {@code charge}; {@link Wordings} has a sentence for it
 * @param minor what it adds to the sum; what only informs adds nothing
 * @param figures what the sentence names
 */
public record Item(String code, long minor, Value.Fields figures) {}
