// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.core.quality.Flag;
import java.util.Set;

/** The doubts and circumstances of a passage; docs/tolling.md says what each means. */
public final class LaneFlags {

  public static final Flag POSSIBLE_DUPLICATE = new Flag("possible-duplicate");
  public static final Flag UNARBITRATED = new Flag("unarbitrated");

  /** Nobody could be asked, and only the air says that the tag is this vehicle's. */
  public static final Flag OWN_UNPROVEN = new Flag("own-unproven");

  /** The same, and the other lanes are asked as soon as they can be. */
  public static final Flag HELD_BACK = new Flag("held-back");

  public static final Flag CLAIM_CONFLICT = new Flag("claim-conflict");
  public static final Flag SEVERAL_TAGS = new Flag("several-tags");
  public static final Flag WEAK_TAG = new Flag("weak-tag");
  public static final Flag PLATE_DECIDED = new Flag("plate-decided");
  public static final Flag PLATE_MISMATCH = new Flag("plate-mismatch");
  public static final Flag CLASS_MISMATCH = new Flag("class-mismatch");
  public static final Flag ORDER_IN_DOUBT = new Flag("order-in-doubt");
  public static final Flag JOINED_VEHICLES = new Flag("joined-vehicles");
  public static final Flag SAFETY_GAP = new Flag("safety-gap");
  public static final Flag SAFETY_LONG = new Flag("safety-long");
  public static final Flag SUSPECTED = new Flag("suspected");
  public static final Flag LOOP_LOST = new Flag("loop-lost");
  public static final Flag READER_LOST = new Flag("reader-lost");
  public static final Flag SHORT_PRESENCE = new Flag("short-presence");
  public static final Flag RECOVERED = new Flag("recovered");
  public static final Flag FORCED = new Flag("forced-open");
  public static final Flag UNDER_MAINTENANCE = new Flag("under-maintenance");
  public static final Flag BARRIER_FAULT = new Flag("barrier-fault");
  public static final Flag RETRIED = new Flag("retried");

  /** The chip's own number was to be looked at and was not read. */
  public static final Flag TID_UNREAD = new Flag("tid-unread");

  /** It is of no chip that tags for vehicles have. */
  public static final Flag TID_INVALID = new Flag("tid-invalid");

  /** Another chip has the same number of a tag. */
  public static final Flag TID_CHANGED = new Flag("tid-changed");

  /** A passage with one of these is never charged by itself. */
  public static final Set<Flag> DOUBTS =
      Set.of(
          POSSIBLE_DUPLICATE,
          CLAIM_CONFLICT,
          ORDER_IN_DOUBT,
          JOINED_VEHICLES,
          LOOP_LOST,
          OWN_UNPROVEN,
          TID_INVALID,
          TID_CHANGED,
          HELD_BACK);

  private LaneFlags() {}
}
