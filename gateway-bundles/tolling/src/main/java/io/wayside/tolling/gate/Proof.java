// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

/** How sure it is that a medium is where its last tap says. */
public enum Proof {
  /** Its owner was seen to pass here, and no gate has stood open unwatched since. */
  SEEN,
  /** Its owner was seen to pass another gate of the station, and that gate has said so. */
  SHARED,
  /** The medium says so; whether anybody passed there is known elsewhere, if at all. */
  TOLD,
  /** The gate stood open since: the owner may have left where nobody was asked. */
  DOUBTED,
  /** Nobody saw whether the owner passed on that tap. */
  UNSEEN
}
