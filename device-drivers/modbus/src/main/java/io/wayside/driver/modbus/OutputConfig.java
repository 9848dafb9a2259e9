// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.RegisterDevice.Table;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Output at a Modbus module",
    description =
        "A barrier request, light, siren or relay on an output of a Modbus module. Nobody can make"
            + " it safe when the line is cut but the module's own watchdog: set it up.")
@interface OutputConfig {

  /** The tables that can be written. */
  enum WritableTable {
    COILS(Table.COILS),
    HOLDING_REGISTERS(Table.HOLDING_REGISTERS);

    private final Table cells;

    WritableTable(Table cells) {
      this.cells = cells;
    }

    Table cells() {
      return cells;
    }
  }

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Module",
      description = "The Modbus device it is wired to, by its id.")
  String moduleDevice();

  @AttributeDefinition(
      name = "Table",
      description = "COILS, or one bit of a register of HOLDING_REGISTERS.")
  WritableTable table() default WritableTable.COILS;

  @AttributeDefinition(
      name = "Address",
      description = "Of the bit or its register, counted from 0: coil 00001 of a manual is 0.",
      min = "0",
      max = "65535")
  int address();

  @AttributeDefinition(
      name = "Bit",
      description = "Which bit of a register, 0 the lowest; 0 for coils.",
      min = "0",
      max = "15")
  int bit() default 0;

  @AttributeDefinition(
      name = "Safe state",
      description =
          "On or off: what the output falls to at the start, at the stop, after a lease and when"
              + " the module is back.")
  boolean safeOn();

  @AttributeDefinition(name = "Inverted", description = "On is a bit that is not set.")
  boolean inverted() default false;

  @AttributeDefinition(
      name = "Look",
      description =
          "How often it is read back, in milliseconds; this also keeps a watchdog quiet that any"
              + " request keeps.",
      min = "20",
      max = "10000")
  int lookEveryMs() default 200;
}
