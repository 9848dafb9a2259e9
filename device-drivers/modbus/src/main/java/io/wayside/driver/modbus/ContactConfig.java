// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.RegisterDevice.Table;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Contact at a Modbus module",
    description =
        "A loop detector, light curtain, door or other contact on an input of a Modbus module,"
            + " which is looked at again and again.")
@interface ContactConfig {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Module",
      description = "The Modbus device it is wired to, by its id.")
  String moduleDevice();

  @AttributeDefinition(
      name = "Table",
      description = "DISCRETE_INPUTS, COILS, or one bit of INPUT_REGISTERS or HOLDING_REGISTERS.")
  Table table() default Table.DISCRETE_INPUTS;

  @AttributeDefinition(
      name = "Address",
      description = "Of the bit or its register, counted from 0: input 10001 of a manual is 0.",
      min = "0",
      max = "65535")
  int address();

  @AttributeDefinition(
      name = "Bit",
      description = "Which bit of a register, 0 the lowest; 0 in tables of bits.",
      min = "0",
      max = "15")
  int bit() default 0;

  @AttributeDefinition(name = "Inverted", description = "Active is a bit that is not set.")
  boolean inverted() default false;

  @AttributeDefinition(
      name = "Look",
      description =
          "How often it is looked at, in milliseconds. Contacts of a module whose bits lie near"
              + " each other are looked at together, as often as any of them asks for.",
      min = "2",
      max = "10000")
  int lookEveryMs() default 20;

  @AttributeDefinition(
      name = "Settling time",
      description =
          "A level counts once it was the same at every look for this time, in milliseconds. 0: at"
              + " the first look. What is to be seen for certain must last for a look and this"
              + " time.",
      min = "0",
      max = "1000")
  int settleMs() default 0;

  @AttributeDefinition(
      name = "Blind after",
      description =
          "When it could not be looked at for longer than this, in milliseconds, changes may have"
              + " been missed, and an interruption is told.",
      min = "20",
      max = "60000")
  int blindAfterMs() default 200;
}
