document.documentElement.dataset['ready'] = 'start';
