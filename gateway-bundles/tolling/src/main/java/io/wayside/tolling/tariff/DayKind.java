// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

/** What kind of day a local date is; a holiday is one also at the weekend. */
public enum DayKind {
  WORKING,
  WEEKEND,
  HOLIDAY
}
