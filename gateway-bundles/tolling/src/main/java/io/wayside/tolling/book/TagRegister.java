// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book;

import io.wayside.tolling.tag.Issuers;

/** All that a station knows of tags: whose they are by their form, and what the lists say. */
public interface TagRegister extends TagBook, Issuers {}
