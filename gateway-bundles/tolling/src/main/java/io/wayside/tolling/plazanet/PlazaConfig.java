// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plazanet;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Way between toll lanes",
    description =
        "Datagrams between the gateways of a toll station, sealed with the station's key.")
@interface PlazaConfig {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(name = "Station", description = "The station's name, the same at each lane.")
  String station();

  @AttributeDefinition(
      name = "Lanes",
      description = "Every lane of the station, those of this gateway included.")
  String[] lanes();

  @AttributeDefinition(
      name = "Peers",
      description =
          "Where the other gateways hear, as 192.0.2.7:5095 or [2001:db8::7]:5095. Addresses rather"
              + " than names: a resolver that does not answer keeps the lanes waiting.")
  String[] peers() default {};

  @AttributeDefinition(
      name = "Listen",
      description = "Where this gateway hears: an address of its own and a port.")
  String listen() default "0.0.0.0:5095";

  @AttributeDefinition(
      name = "Key file",
      description =
          "A file with the station's key as its only line, of 16 characters or more, readable by the"
              + " gateway's user alone.")
  String keyFile();
}
