// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.quality.Flag;

/** Doubts about an amount. */
public final class TariffFlags {

  /** A clock could not be trusted; of the amounts that may be right this is the least. */
  public static final Flag TIME_SUSPECT = new Flag("time-suspect");

  /** The calendar does not answer for a day of the stay; only its place in the week was used. */
  public static final Flag CALENDAR_NOT_COVERED = new Flag("calendar-not-covered");

  /** The stay is longer than the plan counts; an attendant decides. */
  public static final Flag LONGEST_STAY = new Flag("longest-stay");

  /** The plan was not yet in force at the entry. */
  public static final Flag PLAN_NOT_IN_FORCE = new Flag("plan-not-in-force");

  /** The exit is before the entry; counted as no time at all. */
  public static final Flag EXIT_BEFORE_ENTRY = new Flag("exit-before-entry");

  /** Nobody can say when it came. */
  public static final Flag UNKNOWN_ENTRY = new Flag("unknown-entry");

  /** The ticket is lost. */
  public static final Flag LOST_TICKET = new Flag("lost-ticket");

  private TariffFlags() {}
}
