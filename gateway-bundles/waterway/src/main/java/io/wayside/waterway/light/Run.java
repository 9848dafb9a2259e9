// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

/** Light or dark without a change, whatever its colour. */
public record Run(boolean lit, int millis) {}
