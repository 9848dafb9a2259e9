// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of one uplink. */
@ObjectClassDefinition(
    name = "MQTT uplink",
    description = "Carries every record of the journal to a central system by MQTT 3.1.1, QoS 1.")
@interface Config {

  @AttributeDefinition(name = "uplink.id", description = "Set from the site document.")
  String uplink_id();

  @AttributeDefinition(
      name = "Brokers",
      description =
          "Addresses in the order in which they are tried: tcp://host:1883, ssl://host:8883,"
              + " ws://host/path or wss://host/path.")
  String[] brokers();

  @AttributeDefinition(
      name = "Client id",
      description =
          "Unique at the broker; two gateways with one id throw each other out. Empty: the"
              + " gateway's id.")
  String clientId() default "";

  @AttributeDefinition(
      name = "Profile",
      description =
          "How messages look: WAYSIDE_JSON, WAYSIDE_CBOR (the same content, shorter) or KURA (as"
              + " Eclipse Kura sends them, for Eclipse Kapua).")
  Profile profile() default Profile.WAYSIDE_JSON;

  @AttributeDefinition(name = "User name", description = "Empty when the broker asks for none.")
  String username() default "";

  @AttributeDefinition(
      name = "Password file",
      description =
          "Path of a file whose first line is the password; readable by the gateway's user only."
              + " Empty when there is none.")
  String passwordFile() default "";

  @AttributeDefinition(
      name = "Window",
      description =
          "The most records in flight. The rate is at most window / round trip; a larger window"
              + " repeats more after a cut.",
      min = "1",
      max = "1000")
  int window() default 200;

  @AttributeDefinition(
      name = "Keep-alive",
      description = "The longest silence in seconds before a ping.",
      min = "5",
      max = "1800")
  int keepAliveS() default 60;

  @AttributeDefinition(
      name = "Connect time-out",
      description = "For the whole of one connection attempt, in seconds.",
      min = "1",
      max = "120")
  int connectTimeoutS() default 20;

  @AttributeDefinition(
      name = "Patience",
      description =
          "A link on which nothing is acknowledged for so many seconds counts as half-open and is"
              + " made anew.",
      min = "5",
      max = "600")
  int patienceS() default 30;

  @AttributeDefinition(
      name = "First connect within",
      description =
          "The first connection is made at a random time within so many seconds after start, so"
              + " that a fleet does not come back at one moment.",
      min = "0",
      max = "600")
  int firstConnectWithinS() default 5;

  @AttributeDefinition(
      name = "Longest pause",
      description = "The longest pause between two connection attempts, in seconds.",
      min = "1",
      max = "3600")
  int longestPauseS() default 300;
}
