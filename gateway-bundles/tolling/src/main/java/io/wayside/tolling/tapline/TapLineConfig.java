// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tapline;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Line of a card reader",
    description = "Taps told by a certified card reader as sentences with a check sum")
@interface TapLineConfig {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Link",
      description =
          "Where the reader is: serial:/dev/serial/by-id/NAME?115200,8N1 or tcp://192.0.2.7:4001")
  String link();

  @AttributeDefinition(
      name = "Silence",
      description =
          "The reader says something at least so often, such as $ALIVE*57; longer silence is told in"
              + " health. 0: it speaks only when a medium is shown",
      min = "0",
      max = "3600")
  int silenceS() default 0;
}
