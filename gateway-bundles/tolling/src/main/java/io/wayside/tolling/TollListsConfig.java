// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The lists of tags that the lanes of a station share. */
@ObjectClassDefinition(
    name = "Lists of tags",
    description = "What issuers say of tags, shared by the toll lanes of a station")
public @interface TollListsConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(
      name = "Issuers",
      description =
          "Document that says whose a tag is: by name from the release, such as issuers-example, or"
              + " by a path beside the site document")
  String issuers();

  @AttributeDefinition(
      name = "Keys",
      description =
          "File of the issuers' public keys, beside the site document; a list that is not signed by"
              + " one of them is refused")
  String keys();

  @AttributeDefinition(
      name = "Store",
      description = "Folder in which lists in force are kept; within the state folder")
  String store() default "toll-lists";

  @AttributeDefinition(
      name = "Incoming",
      description =
          "Folder in which new lists are laid down, all parts of one; within the state folder")
  String incoming() default "toll-lists-incoming";

  @AttributeDefinition(
      name = "Look",
      description = "How often the folder is looked into",
      min = "1",
      max = "3600")
  int lookEveryS() default 5;

  @AttributeDefinition(
      name = "Address",
      description =
          "Where lists are fetched: its index.json names them, such as"
              + " https://office.example/lists/. Empty: they are only taken from the folder")
  String address() default "";

  @AttributeDefinition(
      name = "Token file",
      description =
          "File with the office's bearer token as its only line, read for each request; from beside"
              + " the site document. Empty: none is sent")
  String tokenFile() default "";

  @AttributeDefinition(
      name = "CA file",
      description =
          "PEM file of those who may vouch for the office, from beside the site document. Empty:"
              + " Java's own list")
  String caFile() default "";

  @AttributeDefinition(
      name = "Fetch",
      description = "How often the office is asked what is new; varied by a tenth",
      min = "5",
      max = "86400")
  int fetchEveryS() default 60;

  @AttributeDefinition(
      name = "Connect within",
      description = "Time in which a connection must be made",
      min = "100",
      max = "60000")
  int connectWithinMs() default 5_000;

  @AttributeDefinition(
      name = "Silence",
      description = "Time without a byte after which an answer is given up",
      min = "1",
      max = "600")
  int silenceS() default 30;

  @AttributeDefinition(
      name = "Answer within",
      description =
          "Time after which any answer is given up; what came of a list is gone on with later",
      min = "10",
      max = "86400")
  int answerWithinS() default 1_800;

  @AttributeDefinition(
      name = "Most of a list",
      description = "Length of all parts of one list above which it is not fetched",
      min = "1",
      max = "65536")
  int mostListMiB() default 1_024;

  @AttributeDefinition(
      name = "First retry",
      description = "Wait after the first failure; it doubles from there",
      min = "100",
      max = "60000")
  int firstRetryMs() default 2_000;

  @AttributeDefinition(
      name = "Last retry",
      description = "Longest wait between two tries",
      min = "1",
      max = "3600")
  int lastRetryS() default 300;
}
