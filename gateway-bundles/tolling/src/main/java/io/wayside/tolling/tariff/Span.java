// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

/**
 * A time in which one rate is in force and nothing covers it, or a pass does.
 *
 * @param periodMs when the rate came into force
 * @param fromMs first millisecond
 * @param toMs the millisecond after the last
 * @param covered by a pass
 */
record Span(Rate rate, long periodMs, long fromMs, long toMs, boolean covered) {

  Span part(long from, long to, boolean underPass) {
    return new Span(rate, periodMs, from, to, underPass);
  }
}
