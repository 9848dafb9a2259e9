// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.tolling.book.AgeLimits;
import io.wayside.tolling.book.ListType;
import java.util.Set;

/**
 * How a site decides where the rules leave it the choice.
 *
 * @param id name and version, for records
 * @param currency ISO 4217, of all amounts
 * @param lowBalance what to do with a tag whose account has too little
 * @param unlisted what to do with a tag on none of its issuer's lists
 * @param asksOffice whether the office is asked before a vehicle passes
 * @param officeWithinMs how late its answer may come (T_dec)
 * @param needed lists without which an issuer's tags are judged as by lists too old
 * @param ages when a list is old
 * @param passesWhenStale whether lists that are too old, or missing, let pass
 * @param limits what may be owed without the office
 * @param aloneUpTo up to this sum one person alone may give money back
 */
public record Policy(
    String id,
    String currency,
    Leave lowBalance,
    Leave unlisted,
    boolean asksOffice,
    long officeWithinMs,
    Set<ListType> needed,
    AgeLimits ages,
    boolean passesWhenStale,
    Limits limits,
    long aloneUpTo) {

  /** What to do in a case that the site may settle. */
  public enum Leave {
    HOLD,
    PASS,
    /** As the office answers in time; hold when it does not. */
    OFFICE
  }

  /**
   * Amounts in the smallest unit of the currency.
   *
   * @param tagPerDay what one tag may owe on one local day
   * @param lane what may be owed for passages of one lane altogether, until the office took it over
   */
  public record Limits(long tagPerDay, long lane) {}

  public Policy {
    needed = Set.copyOf(needed);
  }

  /** One by which nobody gives money back alone. */
  public Policy(
      String id,
      String currency,
      Leave lowBalance,
      Leave unlisted,
      boolean asksOffice,
      long officeWithinMs,
      Set<ListType> needed,
      AgeLimits ages,
      boolean passesWhenStale,
      Limits limits) {
    this(
        id,
        currency,
        lowBalance,
        unlisted,
        asksOffice,
        officeWithinMs,
        needed,
        ages,
        passesWhenStale,
        limits,
        0);
  }

  /** Reads a document such as {@code config/tolling/policy-example.json}. */
  public static Policy from(Node document) throws GarbledData {
    return new PolicyReader(document).read();
  }
}
