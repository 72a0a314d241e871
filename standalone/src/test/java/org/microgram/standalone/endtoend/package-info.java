/** The whole way, from files to figures that can be read: real pieces of the public archive through the real parts, held against the naive oracle. */
package org.microgram.standalone.endtoend;
