// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Journal",
    description = "Where every record is kept until the centre has it, and for how long.")
@interface Config {

  @AttributeDefinition(
      name = "Quota",
      description =
          "The most the journal may occupy, blobs included; keep it well under the size of the"
              + " partition. In mebibytes.",
      min = "64",
      max = "1048576")
  int quotaMiB() default 2048;

  @AttributeDefinition(
      name = "Reserve",
      description =
          "Size of the file that is given up when the file system is full, so that the journal can"
              + " still remove what the centre has. In mebibytes.",
      min = "1",
      max = "1024")
  int reserveMiB() default 16;

  @AttributeDefinition(
      name = "Keep acknowledged records",
      description =
          "How long a record stays after every destination acknowledged it, so that the centre can"
              + " ask for it again. In hours.",
      min = "0",
      max = "8760")
  int keepAcknowledgedH() default 72;

  @AttributeDefinition(
      name = "Thin",
      description =
          "Kinds of events that may be thinned out when room is short, after all telemetry; money,"
              + " enforcement and alarms never are. Names without version.")
  String[] thin() default {};

  @AttributeDefinition(
      name = "Keep",
      description =
          "Kinds of telemetry that are never thinned out but refused when there is no room. Names"
              + " without version.")
  String[] keep() default {};

  @AttributeDefinition(
      name = "Queue",
      description = "How many drafts may wait for their commit before a station is told to wait.",
      min = "100",
      max = "1000000")
  int maxQueue() default 10_000;

  @AttributeDefinition(
      name = "Records in a commit",
      description = "How many records share one commit at most.",
      min = "1",
      max = "10000")
  int maxBatchRows() default 1000;

  @AttributeDefinition(
      name = "Largest record",
      description = "The most one record may hold, blobs not included. In kibibytes.",
      min = "16",
      max = "4096")
  int maxRecordKiB() default 1024;

  @AttributeDefinition(
      name = "Largest blob",
      description = "The most one blob may hold, such as a picture or a signal. In mebibytes.",
      min = "1",
      max = "256")
  int maxBlobMiB() default 16;

  @AttributeDefinition(
      name = "State the heads every",
      description =
          "How often a signed statement over the last record of every stream is written while"
              + " something is recorded; with it the centre proves that it has everything. 0 for"
              + " never. In minutes.",
      min = "0",
      max = "1440")
  int attestEveryMin() default 5;

  @AttributeDefinition(
      name = "PKCS#11 library",
      description =
          "Library of the token that seals the journal, with its full path; empty to seal with a"
              + " key in a file.",
      required = false)
  String pkcs11Library() default "";

  @AttributeDefinition(
      name = "PKCS#11 slot",
      description = "Id of the token's slot; -1 for the first slot there is.",
      min = "-1")
  long pkcs11Slot() default -1;

  @AttributeDefinition(
      name = "PKCS#11 key label",
      description = "Label of the P-256 key and of its certificate on the token.",
      required = false)
  String pkcs11KeyLabel() default "wayside-seal";

  @AttributeDefinition(
      name = "PKCS#11 PIN file",
      description =
          "File whose first line is the PIN of the token, readable by the gateway only; empty when"
              + " the token asks for none.",
      required = false)
  String pkcs11PinFile() default "";
}
