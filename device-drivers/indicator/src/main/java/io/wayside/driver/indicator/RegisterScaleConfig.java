// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.device.RegisterDevice;
import io.wayside.core.register.NumberForm;
import io.wayside.core.register.Significance;
import io.wayside.driver.indicator.codec.MassUnit;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Register scale",
    description =
        "A weighing transmitter or indicator that keeps weight and status in registers, such as one"
            + " on Modbus. Its figures must be compared with its display at commissioning.")
@interface RegisterScaleConfig {

  /** The tables that hold numbers. */
  enum NumberTable {
    HOLDING_REGISTERS(RegisterDevice.Table.HOLDING_REGISTERS),
    INPUT_REGISTERS(RegisterDevice.Table.INPUT_REGISTERS);

    private final RegisterDevice.Table cells;

    NumberTable(RegisterDevice.Table cells) {
      this.cells = cells;
    }

    RegisterDevice.Table cells() {
      return cells;
    }
  }

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Register device",
      description = "The device whose registers are read, by its id.")
  String registersDevice();

  @AttributeDefinition(name = "Table", description = "The table of weight and status.")
  NumberTable table() default NumberTable.HOLDING_REGISTERS;

  @AttributeDefinition(
      name = "Address of the weight",
      description =
          "First register of the weight, counted from 0: register 40001 of a manual is 0.",
      min = "0",
      max = "65535")
  int weightAddress();

  @AttributeDefinition(name = "Number form", description = "How the weight lies in its registers.")
  NumberForm number();

  @AttributeDefinition(
      name = "Order of words",
      description = "Which of the two registers of a number of 32 bits comes first.")
  Significance wordOrder() default Significance.HIGH_FIRST;

  @AttributeDefinition(
      name = "Order of bytes",
      description = "Which byte of a register comes first; Modbus has HIGH_FIRST.")
  Significance byteOrder() default Significance.HIGH_FIRST;

  @AttributeDefinition(
      name = "Decimals",
      description =
          "Digits after the point in the weight; below zero when its last digit counts tens or"
              + " hundreds.",
      min = "-3",
      max = "6")
  int decimals() default 0;

  @AttributeDefinition(
      name = "Unit of the weight",
      description = "What the weight in the registers is counted in.")
  MassUnit displayUnit() default MassUnit.KILOGRAM;

  @AttributeDefinition(
      name = "Address of the status word",
      description = "Counted from 0, in the same table; -1 when there is none.",
      min = "-1",
      max = "65535")
  int statusAddress() default -1;

  @AttributeDefinition(
      name = "Bits for motion",
      description = "Any of them set: the load moves. 0: not told.",
      min = "0",
      max = "65535")
  int motionMask() default 0;

  @AttributeDefinition(
      name = "Bits for overload",
      description = "Any of them set: above the range; there is then no weight.",
      min = "0",
      max = "65535")
  int overMask() default 0;

  @AttributeDefinition(
      name = "Bits for underload",
      description = "Any of them set: below the range; there is then no weight.",
      min = "0",
      max = "65535")
  int underMask() default 0;

  @AttributeDefinition(
      name = "Bits for net",
      description = "Any of them set: the weight is net, else gross. 0: not told.",
      min = "0",
      max = "65535")
  int netMask() default 0;

  @AttributeDefinition(
      name = "Bits for an invalid weight",
      description = "Any of them set: there is no weight, such as with a broken load cell.",
      min = "0",
      max = "65535")
  int invalidMask() default 0;

  @AttributeDefinition(
      name = "Bits for a missing zero",
      description = "Any of them set: the zero was not captured since power-up; readings say so.",
      min = "0",
      max = "65535")
  int zeroMissingMask() default 0;

  @AttributeDefinition(
      name = "Inverted bits",
      description =
          "Bits that mean the opposite, such as one for stable that is named as bit for motion.",
      min = "0",
      max = "65535")
  int invertedMask() default 0;

  @AttributeDefinition(
      name = "Address of the keys",
      description =
          "Holding register in which a value stands for a key, counted from 0; -1: none. Only where"
              + " the transmitter's approval allows zero and tare over its line.",
      min = "-1",
      max = "65535")
  int keysAddress() default -1;

  @AttributeDefinition(
      name = "Value for zero",
      description = "What is written to set zero; -1 when that cannot be done.",
      min = "-1",
      max = "65535")
  int zeroValue() default -1;

  @AttributeDefinition(
      name = "Value for tare",
      description = "What is written to take a tare; -1 when that cannot be done.",
      min = "-1",
      max = "65535")
  int tareValue() default -1;

  @AttributeDefinition(
      name = "Value for clearing the tare",
      description = "What is written to clear the tare; -1 when that cannot be done.",
      min = "-1",
      max = "65535")
  int clearTareValue() default -1;

  @AttributeDefinition(
      name = "Scale interval",
      description = "Scale interval d of the scale, in kilograms.",
      min = "0.0001",
      max = "1000")
  double scaleIntervalKg();

  @AttributeDefinition(
      name = "Maximum capacity",
      description = "Maximum capacity Max of the scale, in kilograms.",
      min = "0.001",
      max = "1000000")
  double maxKg();

  @AttributeDefinition(
      name = "Read every",
      description = "Time from one reading to the next, in milliseconds.",
      min = "10",
      max = "10000")
  int readEveryMs() default 100;

  @AttributeDefinition(
      name = "Silent after",
      description = "Without a reading for this time, in milliseconds, the signal is interrupted.",
      min = "200",
      max = "60000")
  int silentAfterMs() default 2_000;

  @AttributeDefinition(
      name = "Simulated",
      description =
          "A simulator is at the other end. Every reading is then flagged as simulated, for ever.")
  boolean simulated() default false;
}
