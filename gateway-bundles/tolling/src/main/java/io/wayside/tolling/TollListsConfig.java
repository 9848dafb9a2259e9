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
}
