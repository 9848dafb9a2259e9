// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of one uplink. */
@ObjectClassDefinition(
    name = "MQTT uplink",
    description = "Carries every record of the journal to a central system by MQTT, QoS 1.")
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
      name = "Transport",
      description =
          "mqtt3 (MQTT 3.1.1), or mqtt5 where the bundle io.wayside.uplink.mqtt5 is installed.",
      options = {@Option(value = "mqtt3"), @Option(value = "mqtt5")})
  String transport() default "mqtt3";

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
      description =
          "The most records in flight; on a slow link fewer, about what it took in half a second. The"
              + " rate is at most window / round trip; a larger window repeats more after a cut.",
      min = "1",
      max = "1000")
  int window() default 1000;

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
          "The first connection is made at a random time within so many seconds after start or"
              + " after one was lost, so that a fleet does not come back at one moment.",
      min = "0",
      max = "600")
  int firstConnectWithinS() default 5;

  @AttributeDefinition(
      name = "Longest pause",
      description = "The longest pause between two connection attempts, in seconds.",
      min = "1",
      max = "3600")
  int longestPauseS() default 300;

  @AttributeDefinition(
      name = "Telemetry expiry",
      description =
          "After so many seconds at the broker telemetry may be thrown away unread (MQTT 5 only)."
              + " 0: never.",
      min = "0",
      max = "604800")
  int telemetryExpiryS() default 0;

  @AttributeDefinition(
      name = "Fresh share",
      description =
          "Percent of the link for new records of alarms, events and telemetry while a backlog"
              + " waits; 0: strictly in sequence. Money and enforcement always go in sequence.",
      min = "0",
      max = "100")
  int freshSharePercent() default 50;

  @AttributeDefinition(
      name = "Ceiling",
      description =
          "The most that is sent, in kilobit (1000 bit) per second: records with their topics,"
              + " without what TLS and TCP add. 0: no limit.",
      min = "0",
      max = "10000000")
  int ceilingKbitS() default 0;

  @AttributeDefinition(
      name = "Largest message",
      description =
          "In KiB. A record whose message is larger is not sent and health says so; the others go"
              + " on.",
      min = "4",
      max = "65536")
  int largestMessageKiB() default 128;

  @AttributeDefinition(
      name = "Batch records",
      description =
          "The most records in one message, at most the window. 0 or 1: each record is a message of"
              + " its own. Profiles WAYSIDE_JSON and WAYSIDE_CBOR only.",
      min = "0",
      max = "1000")
  int batchRecords() default 0;

  @AttributeDefinition(
      name = "Batch size",
      description =
          "The most KiB in one batch before compression; a larger record travels alone. At most the"
              + " largest message.",
      min = "4",
      max = "4096")
  int batchKiB() default 64;

  @AttributeDefinition(
      name = "Batch wait",
      description =
          "How many milliseconds a record may wait for company; money, enforcement and alarms do"
              + " not wait.",
      min = "0",
      max = "60000")
  int batchWaitMs() default 1000;

  @AttributeDefinition(
      name = "Compression",
      description = "Of batches: gzip where that makes them shorter, or none.",
      options = {@Option(value = "gzip"), @Option(value = "none")})
  String compression() default "gzip";

  @AttributeDefinition(
      name = "Commands from",
      description =
          "Whose commands are heard: none; broker-acl, whoever the broker lets publish to this"
              + " gateway's command topic; signed, only those signed with a key of the command keys"
              + " file.",
      options = {@Option(value = "none"), @Option(value = "broker-acl"), @Option(value = "signed")})
  String commandsFrom() default "none";

  @AttributeDefinition(
      name = "Command keys file",
      description =
          "File with the Ed25519 public keys of those who may command; each line a name and the key"
              + " in base64.")
  String commandKeysFile() default "";

  @AttributeDefinition(
      name = "Command permissions",
      description = "What the centre may do: of WATCH, OPERATE, MAINTAIN, ADMINISTER.",
      options = {
        @Option(value = "WATCH"),
        @Option(value = "OPERATE"),
        @Option(value = "MAINTAIN"),
        @Option(value = "ADMINISTER")
      })
  String[] commandPermissions() default {"WATCH", "OPERATE"};

  @AttributeDefinition(
      name = "Commands without clock",
      description =
          "Whether commands are accepted before the gateway's clock was ever set, when it cannot"
              + " tell whether they are stale.")
  boolean commandsWithoutClock() default false;
}
