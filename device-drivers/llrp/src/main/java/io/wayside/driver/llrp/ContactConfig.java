// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Contact at a toll reader",
    description = "A loop detector, light curtain or other contact on an input of a toll reader.")
@interface ContactConfig {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(name = "Reader", description = "The toll reader it is wired to, by its id.")
  String readerDevice();

  @AttributeDefinition(
      name = "Port",
      description = "Number of the reader's input, from 1.",
      min = "1",
      max = "64")
  int port();

  @AttributeDefinition(name = "Inverted", description = "Active is a low level.")
  boolean inverted() default false;

  @AttributeDefinition(
      name = "Settling time",
      description =
          "A level counts once it lasted for this time, in milliseconds; a change is told by as"
              + " much later, with the time at which the reader first told it.",
      min = "0",
      max = "1000")
  int settleMs() default 10;
}
