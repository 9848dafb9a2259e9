// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.uncertainty;

/**
 * Maximum permissible error of a class III instrument as a step function of the load, after OIML R
 * 76: half an interval up to 500 intervals, one up to 2000, one and a half beyond; twice that in
 * service. From general knowledge: to be compared with the standard and with the instrument's own
 * certificate before legal use.
 *
 * @param intervalKg verification scale interval e, in kg
 * @param inService whether the doubled errors of an instrument in service apply
 */
public record PermissibleError(double intervalKg, boolean inService) {

  public double atKg(double loadKg) {
    double intervals = Math.abs(loadKg) / intervalKg;
    double steps = intervals <= 500 ? 0.5 : intervals <= 2000 ? 1.0 : 1.5;
    return steps * intervalKg * (inService ? 2 : 1);
  }
}
