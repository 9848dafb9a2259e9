// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Output at a toll reader",
    description =
        "A light, siren or display on an output of a toll reader. Never a barrier: a reader keeps its"
            + " outputs when nobody is connected.")
@interface OutputConfig {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(name = "Reader", description = "The toll reader it is wired to, by its id.")
  String readerDevice();

  @AttributeDefinition(
      name = "Port",
      description = "Number of the reader's output, from 1.",
      min = "1",
      max = "64")
  int port();

  @AttributeDefinition(
      name = "Safe state",
      description =
          "On or off: what the output falls to at the start, at the stop and after a lease, as long"
              + " as the reader is connected; and first of all when it is connected again.")
  boolean safeOn();

  @AttributeDefinition(name = "Inverted", description = "On is a low level.")
  boolean inverted() default false;
}
