// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/**
 * What the display says, as codes; the words in each language are data. A held vehicle may also see
 * the rule of its verdict.
 */
public final class Notices {

  public static final String READY = "ready";
  public static final String IDENTIFYING = "identifying";
  public static final String PASS = "pass";
  public static final String WAIT = "wait";
  public static final String NO_TAG = "no-tag";
  public static final String SEVERAL_TAGS = "several-tags";
  public static final String TAG_IN_NEXT_LANE = "tag-in-next-lane";
  public static final String READER_LOST = "reader-lost";
  public static final String LOOP_LOST = "loop-lost";
  public static final String BARRIER_FAULT = "barrier-fault";
  public static final String LANE_CLOSED = "lane-closed";
  public static final String MAINTENANCE = "maintenance";
  public static final String LANE_FREE = "lane-free";

  /** To those who would come against the lane; said by whoever shows notices at both ends. */
  public static final String WRONG_WAY = "wrong-way";

  private Notices() {}
}
