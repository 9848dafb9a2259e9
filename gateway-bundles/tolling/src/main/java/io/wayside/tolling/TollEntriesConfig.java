// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.tolling.fare.Passback;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Who is in a closed system, for the lanes of a gateway. */
@ObjectClassDefinition(
    name = "Entries of a closed system",
    description = "Who came in where and has not left, shared by the toll lanes of a gateway")
public @interface TollEntriesConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(
      name = "Lanes",
      description =
          "Ids of this gateway's lanes into and out of the system; after a start their records say"
              + " who is in")
  String[] lanes();

  @AttributeDefinition(
      name = "Second entry",
      description =
          "What is done with a tag that comes in and never left: the old entry ends, it is held, or"
              + " it passes with a flag and the old entry goes on counting")
  Passback passback() default Passback.CLOSE_OLD;

  @AttributeDefinition(
      name = "Entries",
      description = "So many are kept; beyond that the oldest ends",
      min = "100",
      max = "5000000")
  int most() default 200_000;

  @AttributeDefinition(
      name = "Keep",
      description =
          "Entries older than this end; at least as long as the fare document lets one count",
      min = "1",
      max = "744")
  int keepH() default 72;

  @AttributeDefinition(
      name = "Keys",
      description =
          "File of the public keys of those whose files of entries are taken, beside the site"
              + " document; empty: none are taken")
  String keys() default "";

  @AttributeDefinition(
      name = "Incoming",
      description = "Folder in which files of entries are laid down; within the state folder")
  String incoming() default "toll-entries-incoming";

  @AttributeDefinition(
      name = "Look",
      description = "How often the folder is looked into",
      min = "1",
      max = "3600")
  int lookEveryS() default 5;
}
