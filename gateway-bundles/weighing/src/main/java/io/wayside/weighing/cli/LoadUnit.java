// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

/** How loads are written in a file; the names are those of the option --unit. */
enum LoadUnit {
  kg(9.80665),
  t(9806.65),
  N(1),
  kN(1000),
  lb(0.45359237 * 9.80665);

  final double newton;

  LoadUnit(double newton) {
    this.newton = newton;
  }
}
