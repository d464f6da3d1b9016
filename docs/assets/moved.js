/* A page that has moved: go on to where it is now, to the same part of it. Only moved pages load this script. */
(({ to }) => location.replace(to.includes("#") ? to : to + location.hash))(document.currentScript.dataset);
