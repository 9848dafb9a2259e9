// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

/** Something happened to a stay; each is a record in the journal, and the store is made of them. */
public sealed interface Fact {

  SessionId session();

  /** It came in. */
  record Entered(SessionId session, Entry entry, Key key) implements Fact {}

  /** It is known by something else too, such as a plate that was read later. */
  record Known(SessionId session, Key key) implements Fact {}

  /** Money was taken for it. */
  record PaidFor(SessionId session, Paid paid) implements Fact {}

  /** It ended. */
  record Ended(SessionId session, Ending ending) implements Fact {}

  /** This fact alone, as knowledge of its session. */
  default Session alone() {
    return Facts.alone(this);
  }
}
