// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

import io.wayside.tolling.book.Finding;

/**
 * Decides, in the order of {@code docs/tolling.md}. Changes nothing: what is owed is told later.
 */
public final class Decider {

  private final Policy policy;

  public Decider(Policy policy) {
    this.policy = policy;
  }

  /**
   * Whether a vehicle may pass.
   *
   * @param finding what the lists say of its tag
   * @param ledger what was let pass without the office so far
   */
  public Decision decide(Finding finding, Situation situation, OfflineLedger ledger) {
    return new Case(policy, finding, situation, ledger).decide();
  }
}
