// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

/**
 * A stretch of time that is paid as a whole as soon as it is begun.
 *
 * @param lengthMs in milliseconds; {@link #WHOLE_PERIOD} when one payment holds as long as the
 *     period does
 * @param minor price in the currency's smallest unit
 */
public record Step(long lengthMs, long minor) {

  public static final long WHOLE_PERIOD = Long.MAX_VALUE;
}
