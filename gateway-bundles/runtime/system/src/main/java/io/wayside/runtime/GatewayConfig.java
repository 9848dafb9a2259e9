// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The section {@code gateway} of the site document. */
@ObjectClassDefinition(name = "Gateway", description = "What the gateway is called and reports")
public @interface GatewayConfig {

  @AttributeDefinition(description = "Its id, unique within the tenant; part of every record")
  String id();

  @AttributeDefinition(description = "Whom it belongs to; the first step of every MQTT topic")
  String tenant();

  @AttributeDefinition(description = "What people call it")
  String name() default "";

  @AttributeDefinition(description = "How often it records how it is", min = "1", max = "86400")
  int statusEveryS() default 60;

  @AttributeDefinition(
      description = "How long a part may be starting before that is an alarm",
      min = "1",
      max = "3600")
  int startingGraceS() default 30;
}
