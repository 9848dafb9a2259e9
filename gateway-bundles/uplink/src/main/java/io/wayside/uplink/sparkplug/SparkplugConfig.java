// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of one live view. */
@ObjectClassDefinition(
    name = "Sparkplug B live view",
    description =
        "Shows what happens to hosts that speak Sparkplug B 3.0. QoS 0, so a picture and no"
            + " delivery: keep an uplink of type mqtt beside it.")
@interface SparkplugConfig {

  @AttributeDefinition(name = "uplink.id", description = "Set from the site document.")
  String uplink_id();

  @AttributeDefinition(
      name = "Brokers",
      description =
          "Addresses in the order in which they are tried: tcp://host:1883, ssl://host:8883,"
              + " ws://host/path or wss://host/path.")
  String[] brokers();

  @AttributeDefinition(
      name = "Primary host",
      description =
          "Id of the host application for which everything is meant: nothing is sent at a broker"
              + " where it has not said that it is there. Empty: nobody is waited for.")
  String primaryHost() default "";

  @AttributeDefinition(
      name = "Transport",
      description =
          "mqtt3 (MQTT 3.1.1), or mqtt5 where the bundle io.wayside.uplink.mqtt5 is installed.",
      options = {@Option(value = "mqtt3"), @Option(value = "mqtt5")})
  String transport() default "mqtt3";

  @AttributeDefinition(
      name = "Client id",
      description =
          "Unique at the broker, and not that of another uplink. Empty: the gateway's id and"
              + " -sparkplug.")
  String clientId() default "";

  @AttributeDefinition(name = "User name", description = "Empty when the broker asks for none.")
  String username() default "";

  @AttributeDefinition(
      name = "Password file",
      description =
          "Path of a file whose first line is the password; readable by the gateway's user only."
              + " Empty when there is none.")
  String passwordFile() default "";

  @AttributeDefinition(
      name = "CA file",
      description =
          "PEM file with the certificates of those who may vouch for the broker, for ssl:// and"
              + " wss://. Empty: the list that comes with Java.")
  String caFile() default "";

  @AttributeDefinition(
      name = "Certificate file",
      description =
          "PEM file with the gateway's own certificate first, then those between it and its CA."
              + " Empty when the broker asks for none.")
  String certificateFile() default "";

  @AttributeDefinition(
      name = "Private key file",
      description =
          "PEM file (PKCS#8, not encrypted) with the key of the certificate; readable by the"
              + " gateway's user only.")
  String privateKeyFile() default "";

  @AttributeDefinition(
      name = "Window",
      description = "The most records sent without a word of the broker.",
      min = "1",
      max = "1000")
  int window() default 200;

  @AttributeDefinition(
      name = "Backlog rate",
      description = "The most records of the backlog in a second; what is new is not held back.",
      min = "0.1",
      max = "1000")
  double backlogRateHz() default 20;

  @AttributeDefinition(
      name = "Rebirth rest",
      description =
          "A host that asks for births again is answered so many seconds after the last ones.",
      min = "1",
      max = "600")
  int rebirthRestS() default 5;

  @AttributeDefinition(
      name = "Host patience",
      description =
          "Where several brokers are given: how many seconds to wait at one for the primary host"
              + " before the next is tried.",
      min = "1",
      max = "600")
  int hostPatienceS() default 30;

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
