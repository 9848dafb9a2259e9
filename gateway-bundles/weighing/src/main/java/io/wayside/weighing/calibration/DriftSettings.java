// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

/**
 * How drift is watched.
 *
 * @param learn vehicles after a calibration from which the local target is learned
 * @param window latest vehicles that are compared with the target
 * @param noticePercent drift below this is not mentioned
 * @param dailyPercent the largest change proposed for one day
 * @param totalPercent the largest change proposed since the calibration
 */
public record DriftSettings(
    int learn, int window, double noticePercent, double dailyPercent, double totalPercent) {

  /** Half a percent a day and ten in all, as clamps of auto-calibration usually are. */
  public static final DriftSettings USUAL = new DriftSettings(200, 100, 1.0, 0.5, 10);

  public DriftSettings {
    if (learn < 10 || window < 10) {
      throw new IllegalArgumentException("fewer than ten vehicles tell no drift");
    }
  }
}
