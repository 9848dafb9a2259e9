// SPDX-License-Identifier: Apache-2.0
/** The site document: its schema, its validation and the plan it makes; pure, no OSGi, no I/O. */
@NullMarked
package io.wayside.boot.site;

import org.jspecify.annotations.NullMarked;
